using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>The head of a list: the API writes it before the items, so the next page can be asked for before this one is read.</summary>
internal static class ListHead
{
    /// <summary>The token of the next page; null where there is none, or where it does not come first.</summary>
    public static string? Continue(ReadOnlySpan<byte> list)
    {
        var reader = new Utf8JsonReader(list);
        try
        {
            return Find(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Find(ref Utf8JsonReader reader)
    {
        var inMetadata = false;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            if (reader.CurrentDepth == 1 && reader.ValueTextEquals("items"u8))
                return null;
            if (reader.CurrentDepth == 1)
                inMetadata = reader.ValueTextEquals("metadata"u8);
            if (inMetadata && reader.CurrentDepth == 2 && reader.ValueTextEquals("continue"u8))
                return reader.Read() && reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } token ? token : null;
        }

        return null;
    }
}
