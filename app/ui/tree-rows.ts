export interface TreeNode {
  id: string;
  parentId: string | null;
}

export interface TreeRow<Node extends TreeNode> {
  id: string;
  node: Node;
  children: TreeRow<Node>[];
}

/** Nests a flat list, keeping its order among siblings; a node whose parent is missing stands at the root. */
export function nestRows<Node extends TreeNode>(nodes: readonly Node[]): TreeRow<Node>[] {
  const rows = new Map(nodes.map((node) => [node.id, { id: node.id, node, children: [] as TreeRow<Node>[] }]));
  const roots: TreeRow<Node>[] = [];
  for (const row of rows.values()) {
    const parent = row.node.parentId === null ? undefined : rows.get(row.node.parentId);
    (parent?.children ?? roots).push(row);
  }
  return roots;
}

/** Those of the ids that do not hang below another of them: what moves when all of them are moved. */
export function topmost(nodes: readonly TreeNode[], ids: ReadonlySet<string>): string[] {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
  return nodes.filter((node) => ids.has(node.id) && !hasAncestor(parents, node.parentId, ids)).map((node) => node.id);
}

/** Whether the node is one of `ids` or hangs below one of them: there, they cannot be moved to. */
export function isWithin(nodes: readonly TreeNode[], id: string, ids: ReadonlySet<string>): boolean {
  return hasAncestor(new Map(nodes.map((node) => [node.id, node.parentId])), id, ids);
}

function hasAncestor(parents: Map<string, string | null>, from: string | null, ids: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  for (let at: string | null = from; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (ids.has(at)) return true;
    seen.add(at);
  }
  return false;
}
