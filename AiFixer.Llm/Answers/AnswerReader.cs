using System.Text.Json.Nodes;
using AiFixer.Core.Schemas;
using AiFixer.Llm.Providers;

namespace AiFixer.Llm.Answers;

/// <summary>Reads an answer and holds it against its schema, whoever claims to have enforced it.</summary>
internal static class AnswerReader
{
    private const int Longest = 64 * 1024;
    private const int MostProblems = 8;

    public static ReadAnswer Read(string text, ArgumentSchema schema)
    {
        if (string.IsNullOrWhiteSpace(text))
            return ReadAnswer.Wrong(AnswerForm.Empty, "it was empty");
        if (text.Length > Longest)
            return ReadAnswer.Wrong(AnswerForm.TooLong, $"it was longer than {Longest} characters");
        var json = Json(text.Trim(), out var wrapped);
        if (json is null)
            return ReadAnswer.Wrong(AnswerForm.Prose, "there was no JSON object in it");
        if (!CanonicalJson.TryCreate(json, out var canonical, out _))
            return ReadAnswer.Wrong(AnswerForm.Broken, "it was not whole, valid JSON");
        var node = JsonNode.Parse(canonical)!;
        var extra = KnownFields.Keep(schema.Root, node);
        var bound = schema.Bind(node.ToJsonString());
        return bound.Canonical is { } valid
            ? new(extra.Count > 0 ? AnswerForm.Extra : wrapped ? AnswerForm.Wrapped : AnswerForm.Plain, Wire.Parse(valid), string.Join(", ", extra))
            : ReadAnswer.Wrong(AnswerForm.WrongShape, string.Join("; ", bound.Errors.Take(MostProblems)));
    }

    /// <summary>From the first brace to the last: fences and friendly words are around it.</summary>
    private static string? Json(string text, out bool wrapped)
    {
        wrapped = text[0] != '{';
        var first = text.IndexOf('{', StringComparison.Ordinal);
        var last = text.LastIndexOf('}');
        if (first < 0)
            return null;
        wrapped |= last != text.Length - 1;
        return last > first ? text[first..(last + 1)] : text[first..];
    }
}
