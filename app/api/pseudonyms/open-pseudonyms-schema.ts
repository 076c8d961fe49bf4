import * as z from "zod";
import { idSchema } from "@/db/id-schema";
import { passphraseSchema } from "@/db/pseudonym-key";

export const openPseudonymsSchema = z.object({ projectId: idSchema, passphrase: passphraseSchema });
