namespace AiFixer.Core.Playbooks.Matching;

/// <summary>A playbook of the right class with a pattern that fits, and why it was not chosen.</summary>
public sealed record RunnerUp(string Id, string Name, string Reason);
