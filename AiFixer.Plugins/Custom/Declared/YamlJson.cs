using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Custom.Declared;

/// <summary>Free-form YAML as JSON.</summary>
internal static class YamlJson
{
    public static JsonNode? Of(object? yaml) => yaml switch
    {
        null => null,
        IDictionary map => new JsonObject(map.Keys.Cast<object>().Select(key => KeyValuePair.Create(Convert.ToString(key, CultureInfo.InvariantCulture)!, Of(map[key])))),
        string text => JsonValue.Create(text),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Of)]),
        bool yes => JsonValue.Create(yes),
        float or double or decimal => JsonValue.Create(Convert.ToDecimal(yaml, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(Convert.ToInt64(yaml, CultureInfo.InvariantCulture)),
    };
}
