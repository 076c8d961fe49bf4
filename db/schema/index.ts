// Every table, as one object for Drizzle.
export * from "./accounts";
export * from "./codebook";
export * from "./codings";
export * from "./documents";
export * from "./journal";
export * from "./places";
export * from "./projects";
export * from "./rounds";
export * from "./rulings";
