using System.Text.Json;

namespace AiFixer.Llm.Answers;

/// <summary>What a model said, read.</summary>
/// <param name="Value">A valid answer; null when it is none.</param>
/// <param name="Problems">What is wrong with it, or what was left out of it; empty when nothing is.</param>
internal sealed record ReadAnswer(AnswerForm Form, JsonElement? Value, string Problems)
{
    public static ReadAnswer Wrong(AnswerForm form, string problems) => new(form, null, problems);
}
