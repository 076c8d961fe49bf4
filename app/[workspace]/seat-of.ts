export const SEATS = [
  { id: "lead", label: "Lead" },
  { id: "coder-a", label: "Coder A" },
  { id: "coder-b", label: "Coder B" },
] as const;

export type Seat = (typeof SEATS)[number]["id"];

/** Which of the three places of the sample study an account is. */
export function seatOf(email: string): Seat {
  return SEATS.find(({ id }) => email === `${id}@sample.invalid`)?.id ?? "lead";
}
