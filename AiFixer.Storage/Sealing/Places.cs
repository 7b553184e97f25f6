using System.Globalization;

namespace AiFixer.Storage.Sealing;

/// <summary>Where content is kept, as it is sealed for: its table and the key of its row.</summary>
internal static class Places
{
    public static string Entry(string incident, long version) => Of("entries", incident, version);

    public static string Snapshot(string incident, long version) => Of("incidents", incident, version);

    public static string Blob(string hash) => Of("blobs", hash);

    public static string Received(string channel, string id) => Of("received_messages", channel, id);

    public static string Reported(string key) => Of("reported_changes", key);

    public static string Of(string table, params ReadOnlySpan<object> key)
    {
        var place = table;
        foreach (var part in key)
            place += "/" + Convert.ToString(part, CultureInfo.InvariantCulture);
        return place;
    }
}
