using AiFixer.Core.Journal;

namespace AiFixer.Storage.Writing;

/// <summary>What lists search in, in small letters.</summary>
internal static class SearchText
{
    public static string Of(Append append) =>
        Fold($"{append.Incident.Value}\n{append.Row.Title}\n{append.Row.Target}");

    // Lower case by .NET, not by the databases: they disagree on everything but ASCII.
#pragma warning disable CA1308
    public static string Fold(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}
