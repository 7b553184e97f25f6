using AiFixer.Core.Ports;

namespace AiFixer.Gateway.Intake;

/// <summary>What became of one alert.</summary>
/// <param name="Incident">The incident it belongs to now.</param>
/// <param name="Reason">Why it was refused.</param>
internal sealed record AlertAnswer(ReportOutcome Outcome, string? Incident, string? Reason);
