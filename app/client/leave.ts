let leaving = false;

/** Whether this page is about to be replaced by its own doing: then the end of its session is no news. */
export function isLeaving(): boolean {
  return leaving;
}

/** Does what ends this page's session; on failure the page stays and is told of the session's end again. */
export async function whileLeaving<T>(work: () => Promise<T>): Promise<T> {
  leaving = true;
  try {
    return await work();
  } catch (error) {
    leaving = false;
    throw error;
  }
}
