// Must parse on a Node from 2019: it is what tells such a Node's owner what to do.
var FLOOR = [20, 19];

/** A sentence when this Node is too old for Tandem, "" when it will do. */
export function nodeTooOld(version) {
  var parts = version.replace(/^v/, "").split(".").map(Number);
  var enough = parts[0] > FLOOR[0] || (parts[0] === FLOOR[0] && parts[1] >= FLOOR[1]);
  if (enough) return "";
  return `Tandem needs Node ${FLOOR.join(".")} or later; this is ${version.replace(/^v/, "")}.`;
}
