using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace AiFixer.Plugins.Custom.Declared;

/// <summary>Reads a plugin's file. What is not known is refused, with its line.</summary>
internal static class DeclaredYaml
{
    private const int MaxLength = 64 * 1024;

    public static DeclaredDocument? Read(string text, List<string> problems)
    {
        if (text.Length > MaxLength)
        {
            problems.Add($"it is longer than {MaxLength} characters");
            return null;
        }

        try
        {
            if (YamlShape.Problem(text) is { } problem)
            {
                problems.Add(problem);
                return null;
            }

            var reader = new DeserializerBuilder()
                .WithNamingConvention(UnderscoredNamingConvention.Instance)
                .WithAttemptingUnquotedStringTypeDeserialization()
                .WithDuplicateKeyChecking()
                .Build();
            if (reader.Deserialize<DeclaredDocument?>(text) is { } document)
                return document;
            problems.Add("it is empty");
        }
        catch (YamlException e)
        {
            problems.Add($"line {e.Start.Line}: {(e.InnerException ?? e).Message}");
        }
        catch (InvalidOperationException)
        {
            // Of what is begun and not ended the parser says nothing better.
            problems.Add("it is not whole YAML: something in it is begun and not ended");
        }

        return null;
    }
}
