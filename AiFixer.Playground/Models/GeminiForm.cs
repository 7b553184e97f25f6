using System.Globalization;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Models;

/// <summary>Gemini's generateContent.</summary>
internal sealed class GeminiForm : IProviderForm
{
    private const string Signature = "c2lnbmVk";

    public string StreamType => "text/event-stream";

    public bool RetryInHeader => false;

    public bool Takes(string path) => path.EndsWith(":generateContent", StringComparison.Ordinal) || path.EndsWith(":streamGenerateContent", StringComparison.Ordinal);

    public ModelRequest Read(HttpRequest request, JsonObject body) => new(
        "gemini",
        request.Path.Value!.Split('/')[^1].Split(':')[0],
        string.Join('\n', body["systemInstruction"].Items("parts").Select(part => part.Text("text"))),
        [.. body.Items("contents").SelectMany(content => content.Items("parts")).Select(part => part.Text("text") + FormText.Plain(part!["functionResponse"]?["response"]))],
        [.. body.Items("tools").SelectMany(tool => tool.Items("functionDeclarations")).Select(tool => tool.Text("name"))],
        request.Path.Value!.EndsWith(":streamGenerateContent", StringComparison.Ordinal),
        body["generationConfig"]?["responseMimeType"] is not null,
        body,
        request.Headers["x-goog-api-key"].ToString());

    public string? Refusal(HttpRequest request, JsonObject body)
    {
        if (body.Items("contents").Any(content => content.Text("role") is not ("user" or "model")))
            return "Please use a valid role: user, model.";
        if (body.Items("tools").SelectMany(tool => tool.Items("functionDeclarations")).Any(tool => !FormText.IsLegal(tool.Text("name"), 64, "-.")))
            return "Invalid function name. Must start with a letter or an underscore.";
        if (body["tools"] is not null && body["generationConfig"]?["responseMimeType"] is not null)
            return "Function calling with a response mime type: 'application/json' is unsupported";
        return body.Items("contents").SelectMany(content => content.Items("parts")).Any(part => part!["functionCall"] is not null && part.Text("thoughtSignature") != Signature)
            ? "Function call is missing a thought_signature"
            : null;
    }

    public JsonObject Answer(ModelRequest request, ModelStep step)
    {
        if (step.Refused)
            return new() { ["promptFeedback"] = new JsonObject { ["blockReason"] = "SAFETY" }, ["usageMetadata"] = Usage(step) };
        return Candidate(request, step, Parts(request, step), step.Truncated ? "MAX_TOKENS" : "STOP");
    }

    public IEnumerable<string> Pieces(ModelRequest request, ModelStep step)
    {
        if (step.Refused)
        {
            yield return FormText.Event(Answer(request, step));
            yield break;
        }

        foreach (var piece in FormText.Split(step.Text))
            yield return FormText.Event(Candidate(request, step, [new JsonObject { ["text"] = piece }], null));
        yield return FormText.Event(Candidate(request, step, Parts(request, step with { Text = "" }), step.Truncated ? "MAX_TOKENS" : "STOP"));
    }

    public JsonObject Error(ModelError error)
    {
        var details = new JsonArray();
        if (error.RetryAfter is { } delay)
            details.Add(new JsonObject { ["@type"] = "type.googleapis.com/google.rpc.RetryInfo", ["retryDelay"] = string.Create(CultureInfo.InvariantCulture, $"{delay.TotalSeconds}s") });
        return new() { ["error"] = new JsonObject { ["code"] = error.Status, ["message"] = error.Message, ["status"] = error.Code, ["details"] = details } };
    }

    public string ErrorPiece(ModelError error) => FormText.Event(Error(error));

    /// <summary>Thoughts come first, and calls are signed: what is signed has to come back unchanged.</summary>
    private static JsonArray Parts(ModelRequest request, ModelStep step)
    {
        var parts = new JsonArray(new JsonObject { ["text"] = "Thinking about it.", ["thought"] = true });
        if (step.Text.Length > 0)
            parts.Add(new JsonObject { ["text"] = step.Text });
        foreach (var call in step.Calls)
            parts.Add(new JsonObject
            {
                ["functionCall"] = new JsonObject { ["name"] = request.Offered(call.Tool), ["args"] = FormText.Arguments(call) },
                ["thoughtSignature"] = Signature,
            });
        return parts;
    }

    private static JsonObject Candidate(ModelRequest request, ModelStep step, JsonArray parts, string? finish)
    {
        var candidate = new JsonObject { ["index"] = 0 };
        if (parts.Count > 0)
            candidate["content"] = new JsonObject { ["role"] = "model", ["parts"] = parts };
        if (finish is not null)
            candidate["finishReason"] = finish;
        return new() { ["candidates"] = new JsonArray(candidate), ["usageMetadata"] = Usage(step), ["modelVersion"] = request.Model };
    }

    private static JsonObject Usage(ModelStep step) => new() { ["promptTokenCount"] = step.TokensIn, ["candidatesTokenCount"] = step.TokensOut, ["thoughtsTokenCount"] = 0 };
}
