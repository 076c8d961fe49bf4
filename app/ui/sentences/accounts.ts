import type { Sentences } from "../sentences";

/** Signing in, invitations, membership, tokens. */
export const accountSentences: Sentences = {
  "workspace-already-claimed": () => "This workspace already has its owner. Sign in, or ask them for an invitation.",
  "setup-code-wrong": () =>
    "The setup code is not the one that the server printed when it started. Look at its output and copy the code from there.",
  "sign-in-wrong": () => "The e-mail address and the password do not go together.",
  "sign-in-wait": ({ seconds }) =>
    `There were too many attempts with a wrong password for this address. Please wait ${seconds} seconds and try again.`,
  "password-wrong": () => "The present password is not right, so it was not changed.",
  "email-has-account": () =>
    "There is already an account with this e-mail address. Sign in with it, then open the invitation again.",
  "already-a-member": () => "You are already a member of this project. The invitation was not used.",
  "invitation-unknown": () => "This invitation is not known here. Check that the whole link was copied.",
  "invitation-used": () => "This invitation has already been used. Ask for a new one.",
  "invitation-expired": () => "This invitation has expired. Ask for a new one.",
  "invitation-withdrawn": () => "This invitation was withdrawn. Ask whoever sent it for a new one.",
  "last-lead-stays": () => "A project needs a lead. Make somebody else a lead before this one leaves.",
  "role-may-not": ({ role }) => `As ${role} of this project you cannot do this.`,
  "token-may-only-read": () => "This access token may only read.",
  "sign-in-by-hand": () => "This needs a person who is signed in; an access token cannot do it.",
};
