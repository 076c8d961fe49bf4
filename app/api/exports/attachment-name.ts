/** A file's name that every system takes: no path, no control characters, not too long. */
export function fileNameOf(name: string, extension: string): string {
  const safe = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .replace(/[\\/:*?"<>|;%]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "")
    .slice(0, 120);
  // Half of a surrogate pair at the cut could not be written into a header.
  const whole = safe.replace(/\p{Cs}$/u, "");
  return `${whole || "tandem"}.${extension}`;
}

/** The Content-Disposition of a download: a plain name for old programs, the true one beside it, nothing that is a path. */
export function attachmentName(name: string, extension: string): string {
  const full = fileNameOf(name, extension);
  const ascii = full
    .normalize("NFD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/^[. ]*$|^\./, "tandem.");
  const encoded = encodeURIComponent(full).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
