import { Plan } from '../../plan/plan.js';
import type { Problem } from '../../problem/problem.js';
import { report } from '../../report/report.js';
import { terrainOf } from '../../rules/terrain.js';
import type { Solution } from '../../solution/solution.js';
import type { World } from '../world/world.js';
import { Accounts } from './accounts.js';
import { auction } from './auction.js';
import { placeLeftovers } from './leftovers.js';

/**
 * The policy `choice`, after Feeding America's Choice System (Prendergast, JEP 2017 and JPE 2022): groups bid shares for
 * bundles. Only here, since a problem holds neither preferences nor balances: `allocate` refuses it. Which rule is taken
 * from whom is docs/simulation-method.md.
 */
export class Market {
  readonly accounts: Accounts;

  constructor(private readonly world: World) {
    this.accounts = new Accounts(world.groups);
  }

  /** Shares pass from round to round; a problem of the contract's exact kind, so that leftovers can go to the default policy. */
  allocate(problem: Problem): Solution {
    const plan = new Plan(terrainOf(problem));
    auction(plan, this.world, this.accounts);
    this.accounts.recycle();
    placeLeftovers(plan);
    return report('choice', { plan, certificate: { exact: false } });
  }
}
