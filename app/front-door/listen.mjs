// Finds the port: the one that was asked for or none; without a wish, 3000 or the next that is free.

function tryPort(server, port, host) {
  return new Promise((resolve, reject) => {
    const failed = (error) => {
      server.off("listening", listening);
      reject(error);
    };
    const listening = () => {
      server.off("error", failed);
      resolve();
    };
    server.once("error", failed);
    server.once("listening", listening);
    server.listen(port, host);
  });
}

/** Resolves with the port; throws an Error whose message is a sentence. `wish` is the PORT setting, "" for none. */
export async function listen(server, host, wish) {
  if (wish !== "" && !/^\d{1,5}$/.test(wish)) throw new Error(`PORT is "${wish}", which is not a port number.`);
  const first = wish === "" ? 3000 : Number(wish);
  const last = wish === "" ? first + 99 : first;
  for (let port = first; port <= last; port++) {
    try {
      await tryPort(server, port, host);
      return server.address().port;
    } catch (error) {
      if (error.code === "EADDRINUSE" && port < last) continue;
      if (error.code === "EADDRINUSE") {
        const which = wish === "" ? `Ports ${first} to ${last} are` : `Port ${port} is`;
        throw new Error(`${which} in use by another program; set PORT to one that is free.`);
      }
      if (error.code === "EACCES")
        throw new Error(`Port ${port} may not be used by this account; set PORT to another.`);
      if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
        throw new Error(`HOST is "${host}", which is not an address of this machine.`);
      }
      if (error.code === "ERR_SOCKET_BAD_PORT") throw new Error(`PORT is "${wish}", which is not a port number.`);
      throw error;
    }
  }
}
