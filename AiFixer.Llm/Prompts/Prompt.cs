using System.Text.Json;
using AiFixer.Core.Schemas;

namespace AiFixer.Llm.Prompts;

/// <summary>What a model is told, and what its answer must look like. Both are files with a version in their names.</summary>
internal sealed class Prompt
{
    private readonly string instructions;

    private Prompt(string name)
    {
        (Name, instructions) = (name, PromptFiles.Read($"{name}.md"));
        var schema = PromptFiles.Read($"{name}.json");
        Answer = ArgumentSchema.Parse(schema);
        WireSchema = PlainSchema.Of(schema);
    }

    public static Prompt Analysis { get; } = new("analysis.v1");

    public static Prompt Proposals { get; } = new("proposals.v1");

    /// <summary>With its version.</summary>
    public string Name { get; }

    /// <summary>Everything that is checked.</summary>
    public ArgumentSchema Answer { get; }

    /// <summary>What providers can enforce of it.</summary>
    public JsonElement WireSchema { get; }

    /// <summary>The schema stands in it too: not every provider enforces one, and a model that reads it errs less.</summary>
    public string System => $"{instructions}\n{WireSchema.GetRawText()}";

    public static string Repair(string problems) => PromptFiles.Read("repair.v1.md").Replace("{problems}", problems, StringComparison.Ordinal);
}
