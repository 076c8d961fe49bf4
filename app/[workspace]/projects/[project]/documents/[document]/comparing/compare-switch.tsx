import { Switch } from "@/app/ui/switch";

export interface CompareSwitchProps {
  on: boolean;
  turn: (on: boolean) => void;
}

export function CompareSwitch({ on, turn }: CompareSwitchProps) {
  return (
    <Switch checked={on} onChange={turn} hint="What two coders of the revealed round did, left and right of the text.">
      Compare coders
    </Switch>
  );
}
