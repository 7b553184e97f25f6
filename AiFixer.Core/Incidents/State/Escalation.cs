namespace AiFixer.Core.Incidents;

/// <summary>Why an incident is in a person's hands, and in whose.</summary>
/// <param name="To">Who was asked; empty when nobody in particular.</param>
/// <param name="TakenBy">Who has taken it.</param>
public sealed record Escalation(string Reason, DateTimeOffset At, string To = "", Person? TakenBy = null, int Reminders = 0);
