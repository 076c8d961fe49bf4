import { TextField } from "@/app/ui/text-field";
import { offsetOf } from "@/lib/recordings/offset-words";

export interface OffsetFieldProps {
  value: string;
  onChange: (value: string) => void;
  disabled?: boolean;
}

/** Where the transcript's zero lies in the recording, as minutes and seconds. */
export function OffsetField({ value, onChange, disabled }: OffsetFieldProps) {
  return (
    <TextField
      label="The transcript’s 0:00 lies in the recording at"
      hint="0:00 where both begin together; 2:15 where the recording begins with two and a quarter minutes that are not transcribed; -0:30 where it begins half a minute late."
      error={offsetOf(value) === null ? "Write it as minutes and seconds: 2:15, or 1:02:15 with hours." : undefined}
      value={value}
      onChange={onChange}
      disabled={disabled}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
