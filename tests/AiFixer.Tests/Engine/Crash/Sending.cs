using AiFixer.Plugins;

namespace AiFixer.Tests.Engine.Crash;

/// <summary>A call that left for the world.</summary>
/// <param name="EntriesThen">How many entries of its incident were on disk by then.</param>
internal sealed record Sending(string Incident, string Action, ActionPlan Plan, DateTimeOffset At, int EntriesThen);
