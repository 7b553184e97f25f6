using System.Globalization;

namespace AiFixer.Storage.Statements;

/// <summary>The rows of a claim that several may hold: <c>key#0</c>, <c>key#1</c>, …</summary>
internal static class SlotKeys
{
    public static string Of(string key, int slot) => string.Create(CultureInfo.InvariantCulture, $"{key}#{slot}");

    /// <summary>The first and the last key that a slot can have: a colon follows the digits.</summary>
    public static (string First, string Last) Range(string key) => (key + "#", key + "#:");
}
