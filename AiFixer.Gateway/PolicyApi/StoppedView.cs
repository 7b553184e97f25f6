namespace AiFixer.Gateway.PolicyApi;

/// <summary>Who stopped AiFixer, when and why.</summary>
public sealed record StoppedView(string By, DateTimeOffset At, string Reason);
