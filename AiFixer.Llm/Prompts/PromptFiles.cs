namespace AiFixer.Llm.Prompts;

/// <summary>The files in the folder <c>Texts</c>, which are a part of the program.</summary>
internal static class PromptFiles
{
    public static string Read(string name)
    {
        using var stream = typeof(PromptFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The prompt {name} is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
