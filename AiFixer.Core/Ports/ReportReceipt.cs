namespace AiFixer.Core.Ports;

/// <summary>The answer for one alert.</summary>
public sealed record ReportReceipt(ReportOutcome Outcome, IncidentId? Incident = null, string? Reason = null);
