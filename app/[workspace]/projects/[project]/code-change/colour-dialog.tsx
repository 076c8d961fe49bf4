"use client";

import { Button } from "@/app/ui/button";
import { Dialog } from "@/app/ui/dialog";
import { CodeColour } from "./code-colour";
import type { CodeEditor } from "./code-editor";

export interface ColourDialogProps {
  editor: CodeEditor;
  codeId: string;
  onClose: () => void;
}

export function ColourDialog({ editor, codeId, onClose }: ColourDialogProps) {
  const code = editor.index.byId.get(codeId);
  if (!code) return null;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Colour of “${code.name}”`}
      size="small"
      actions={
        <Button variant="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <CodeColour code={code} index={editor.index} onChoose={(colour) => editor.recolour(codeId, colour)} />
    </Dialog>
  );
}
