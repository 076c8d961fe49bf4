"use client";

import { memo, useEffect } from "react";
import { useSignal } from "../use-signal";
import type { Reading } from "./reading";

/** Bookmarks in the margin: an attribute of their turns, which the looks of the desk draw. */
export const BookmarkMarks = memo(function BookmarkMarks(props: { reading: Reading; standing: boolean }) {
  const { reading, standing } = props;
  const bookmarks = useSignal(reading.bookmarks);
  useEffect(() => {
    const positions = reading.ground.current?.positions;
    if (!standing || !positions) return;
    const turns = bookmarks.flatMap(
      (offset) => positions.at(positions.shown(offset, 1))?.node.parentElement?.closest("article") ?? [],
    );
    for (const turn of turns) turn.dataset.bookmark = "";
    return () => {
      for (const turn of turns) delete turn.dataset.bookmark;
    };
  }, [reading, standing, bookmarks]);
  return null;
});
