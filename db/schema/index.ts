// Every table, as one object for Drizzle.
export * from "./accounts";
export * from "./attributes";
export * from "./codebook";
export * from "./codings";
export * from "./documents";
export * from "./journal";
export * from "./places";
export * from "./projects";
export * from "./pseudonyms";
export * from "./recordings";
export * from "./rounds";
export * from "./rulings";
export * from "./speaker-rules";
export * from "./surveys";
