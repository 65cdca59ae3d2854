// A sign-in service of others (oidc-provider on Node): reads its plan, prints "ready" once it serves, ends with its input.
// Whoever signs in types a user name; any password is right, for who is meant is the centre's to decide.
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const main = createRequire(`${plan.module}/`).resolve(plan.module);
const { default: Provider } = await import(pathToFileURL(main).href);

const made = plan.algorithm.startsWith("ES")
  ? generateKeyPairSync("ec", { namedCurve: "P-256" })
  : generateKeyPairSync("rsa", { modulusLength: 2048 });
const key = { ...made.privateKey.export({ format: "jwk" }), alg: plan.algorithm, use: "sig", kid: plan.kid };

const provider = new Provider(plan.issuer, {
  clients: [{
    client_id: plan.client, client_secret: plan.secret, redirect_uris: [plan.redirect],
    id_token_signed_response_alg: plan.algorithm, token_endpoint_auth_method: "client_secret_basic",
  }],
  jwks: { keys: [key] },
  cookies: { keys: ["only for this run"] },
  pkce: { required: () => true },
  conformIdTokenClaims: false,
  claims: { openid: ["sub"], profile: ["preferred_username"], email: ["email", "email_verified"] },
  findAccount: (_ctx, id) => ({
    accountId: id,
    claims: () => ({ sub: id, preferred_username: id, email: id, email_verified: id === plan.verified }),
  }),
});
provider.on("server_error", (_ctx, error) => console.error(error));
provider.listen(plan.port, "127.0.0.1", () => console.log("ready"));
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
