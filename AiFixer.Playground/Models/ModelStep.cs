using System.Collections.Immutable;

namespace AiFixer.Playground.Models;

/// <summary>What a scripted model does when it is asked.</summary>
public sealed record ModelStep
{
    /// <summary>What it says.</summary>
    public string Text { get; init; } = "";

    public ImmutableList<ModelCall> Calls { get; init; } = [];

    /// <summary>It reaches the limit of its answer.</summary>
    public bool Truncated { get; init; }

    /// <summary>It refuses, in the way of its provider.</summary>
    public bool Refused { get; init; }

    /// <summary>An error in place of an answer.</summary>
    public ModelError? Error { get; init; }

    /// <summary>Ends the connection after so many bytes of the answer.</summary>
    public int? CutAfter { get; init; }

    /// <summary>Waits until the caller gives up: with headers and the first bytes sent, or with nothing.</summary>
    public ModelStall Stall { get; init; }

    /// <summary>The whole body, in place of what a provider would send.</summary>
    public string? Body { get; init; }

    public int TokensIn { get; init; } = 100;

    public int TokensOut { get; init; } = 20;

    public static ModelStep Say(string text) => new() { Text = text };

    public static ModelStep Call(params ModelCall[] calls) => new() { Calls = [.. calls] };

    public static ModelStep Fail(int status, string code = "", string message = "no") => new() { Error = new(status, code, message) };
}
