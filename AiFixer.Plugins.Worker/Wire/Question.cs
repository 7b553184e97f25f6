namespace AiFixer.Plugins.Worker.Wire;

/// <summary>What the host says to a worker.</summary>
/// <param name="Id">Which call it is about.</param>
/// <param name="Allowed">Whether a call may leave.</param>
/// <param name="Text">A setting's value; null when it is not set.</param>
internal sealed record Question(long Id, Operation Operation, string Plugin = "", WireCall? Call = null, ActionPlan? Plan = null, bool Allowed = false, string? Text = null);
