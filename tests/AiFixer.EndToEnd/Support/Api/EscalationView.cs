namespace AiFixer.EndToEnd.Support;

public sealed record EscalationView(string Reason, string To);
