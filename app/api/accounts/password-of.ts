/** The password of an input that has already been accepted. */
export function passwordOf(input: unknown): string {
  const password = typeof input === "object" && input !== null && "password" in input ? input.password : "";
  return typeof password === "string" ? password : "";
}
