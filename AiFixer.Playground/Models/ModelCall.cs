using System.Text.Json.Nodes;

namespace AiFixer.Playground.Models;

/// <summary>A tool that a scripted model calls.</summary>
/// <param name="Tool">Its name: as a plugin has it, or as it was offered.</param>
/// <param name="AsText">Sends the arguments as a text where the provider sends an object.</param>
public sealed record ModelCall(string Tool, JsonObject Arguments, bool AsText = false)
{
    /// <summary>The id it has, where the provider gives ids; the usual one when null.</summary>
    public string? Id { get; init; }

    /// <summary>What is sent in place of the arguments, right or wrong.</summary>
    public string? Raw { get; init; }
}
