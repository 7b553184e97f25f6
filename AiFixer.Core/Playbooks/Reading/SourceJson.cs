using System.Globalization;
using System.Text.Json.Nodes;

namespace AiFixer.Core.Playbooks.Reading;

/// <summary>Free-form pieces of a file as JSON, names in their order.</summary>
internal static class SourceJson
{
    public static JsonNode? Of(SourceNode? node) => node switch
    {
        SourceNode.Map map => new JsonObject(map.Fields.OrderBy(field => field.Name, StringComparer.Ordinal)
            .Select(field => KeyValuePair.Create(field.Name, Of(field.Value)))),
        SourceNode.List list => new JsonArray([.. list.Items.Select(Of)]),
        SourceNode.Text { IsQuoted: true } text => text.Value,
        SourceNode.Text text => Plain(text.Value),
        _ => null,
    };

    private static JsonNode? Plain(string text)
    {
        if (text is "" or "~" or "null")
            return null;
        if (text is "true" or "false")
            return text == "true";
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : text;
    }
}
