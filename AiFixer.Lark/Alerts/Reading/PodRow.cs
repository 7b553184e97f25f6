namespace AiFixer.Lark.Alerts;

/// <summary>A line of what <c>kubectl get</c> prints, about something that is unwell.</summary>
internal sealed record PodRow(int Line, string Reason, string Kind, string Name, string? Namespace);
