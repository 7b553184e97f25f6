using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Custom.Declared;

/// <summary>Makes a result of an answer.</summary>
internal sealed class AnswerReader(DeclaredAnswer answer)
{
    private readonly Template message = Template.Parse(answer.Message)!;

    public PluginResult Read(JsonElement given, JsonElement arguments)
    {
        if (answer.Fields.Count == 0)
            return PluginResult.Ok(given.GetRawText(), Sentence(name => Pointer.Read(arguments, $"/{name}")));
        var found = answer.Fields.ToDictionary(field => field.Key, field => Pointer.Read(given, field.Value));
        if (found.Where(field => field.Value is null).Select(field => $"{field.Key} ({answer.Fields[field.Key]})").ToList() is { Count: > 0 } missing)
            return PluginResult.Failed($"the answer has no {string.Join(", ", missing)}");
        var data = new JsonObject(found.Select(field => KeyValuePair.Create(field.Key, JsonNode.Parse(field.Value!.Value.GetRawText()))));
        return PluginResult.Ok(data.ToJsonString(), Sentence(name => found.GetValueOrDefault(name) ?? Pointer.Read(arguments, $"/{name}")));
    }

    private string Sentence(Func<string, JsonElement?> value) => message.Fill(value, static text => OutsideText.Line(text, 200));
}
