// Identity for one workspace: better-auth over its own database, with its own secret and its own cookies.
import { randomBytes } from "node:crypto";
import { folderSecret } from "../data-folder";
import { newId } from "../new-id";
import { account, rateLimit, session, user, verification } from "../schema";
import { dbOf, type Workspace } from "../workspace";

const DAY = 24 * 60 * 60;

/** Days without a visit after which a session ends, and days after which it ends in any case. */
export const IDLE_DAYS = 14;
export const ABSOLUTE_DAYS = 30;

/**
 * The address that better-auth believes it has. It is not the public one: the front door checks Host and Origin itself
 * before anything reaches this library, and an address that no request can choose cannot be poisoned.
 */
export const AUTH_ORIGIN = "http://tandem.invalid";

/** The library is large: what never meets a session, as a child or most commands, starts without it. */
async function make(workspace: Workspace, secure: boolean) {
  const [{ betterAuth }, { drizzleAdapter }] = await Promise.all([
    import("better-auth/minimal"),
    import("better-auth/adapters/drizzle"),
  ]);
  return betterAuth({
    appName: "Tandem",
    baseURL: AUTH_ORIGIN,
    basePath: "/api/auth",
    trustedOrigins: [AUTH_ORIGIN],
    secret: folderSecret(workspace.folder, "auth-secret", () => randomBytes(32).toString("hex")),
    telemetry: { enabled: false },
    logger: { level: "error", log: () => {} },
    database: drizzleAdapter(dbOf(workspace), {
      provider: "sqlite",
      schema: { user, session, account, verification, rateLimit },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    session: { expiresIn: IDLE_DAYS * DAY, updateAge: DAY / 24 },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 100,
      customRules: {
        "/sign-in/email": { window: 60, max: 20 },
        "/change-password": { window: 60, max: 10 },
      },
    },
    advanced: {
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: ["x-tandem-ip"] },
      // The library's own switch would give the prefix __Secure-; __Host- also shuts out cookies set by a sibling domain.
      useSecureCookies: false,
      cookiePrefix: `${secure ? "__Host-" : ""}tandem-${workspace.name}`,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/", secure },
    },
  });
}

type Auth = ReturnType<typeof make>;

const made = new WeakMap<Workspace, Map<boolean, Auth>>();

/** `secure` is whether people reach this server by https: then the cookies are `__Host-` and Secure. */
export function authOf(workspace: Workspace, secure: boolean): Auth {
  let both = made.get(workspace);
  if (!both) {
    both = new Map();
    made.set(workspace, both);
  }
  let auth = both.get(secure);
  if (!auth) {
    auth = make(workspace, secure);
    both.set(secure, auth);
  }
  return auth;
}
