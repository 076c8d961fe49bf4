import { expect, it } from "vitest";
import { adding, type BookCode } from "./book-code";

it("adds a code at the end of its siblings, and once only", () => {
  const book = [
    adding("A", null, { name: "A", colour: "#0072b2" }),
    adding("A1", "A", { name: "A1", colour: "#0072b2" }),
    adding("B", null, { name: "B", colour: "#0072b2" }),
  ].reduce<readonly BookCode[]>((codes, change) => change(codes), []);
  expect(book.map(({ id, position }) => `${id} ${position}`)).toEqual(["A 0", "A1 0", "B 1"]);
  expect(adding("A1", "A", { name: "A1", colour: "#0072b2" })(book)).toBe(book);
});
