namespace AiFixer.Core.Incidents;

/// <summary>Why an input changed nothing, and the sentence for the person who sent it.</summary>
public sealed record Refusal(RefusalCode Code, string Message);
