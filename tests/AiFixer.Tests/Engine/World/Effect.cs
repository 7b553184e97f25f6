namespace AiFixer.Tests.Engine.World;

/// <summary>What a call did to an account, in the ledger's own record.</summary>
/// <param name="Action">The action's full name, such as <c>INC-…/a1</c>.</param>
internal sealed record Effect(string Account, string Plugin, string Action, string Payload, EffectKind Kind, DateTimeOffset At);
