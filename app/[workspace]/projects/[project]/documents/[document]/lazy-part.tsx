"use client";

import { type ComponentType, useEffect, useState } from "react";

/**
 * A part of the desk whose program comes when it is first shown. Where it cannot be fetched nothing stands in its
 * place until the network is back: the desk around it, and what waits there to be saved, goes on.
 */
export function lazyPart<Props extends object>(fetchPart: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let Part: ComponentType<Props> | null = null;
  const load = async () => {
    Part = await fetchPart();
  };
  return function LazyPart(props: Props) {
    const [, show] = useState(Part !== null);
    useEffect(() => {
      // Another place may have fetched it since this one was rendered.
      if (Part) {
        show(true);
        return;
      }
      let left = false;
      const tryIt = () =>
        load().then(
          () => {
            if (!left) show(true);
          },
          () => {},
        );
      void tryIt();
      window.addEventListener("online", tryIt);
      return () => {
        left = true;
        window.removeEventListener("online", tryIt);
      };
    }, []);
    return Part ? <Part {...props} /> : null;
  };
}
