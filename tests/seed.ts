/** One seed for every property, so that a run can be repeated; another one explores further. */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["FAST_CHECK_SEED"] ?? 20_240_531) });
