// What `npm start` runs. Nothing newer than the syntax of Node 12 here: an old Node must reach the sentence.
import { nodeTooOld } from "./cli/node-floor.mjs";

var tooOld = nodeTooOld(process.version);
if (tooOld) {
  console.error(tooOld);
  process.exitCode = 1;
} else {
  import("./cli/start-tandem.mjs").then((module) => module.startTandem());
}
