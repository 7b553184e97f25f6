using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace AiFixer.Hosting.Configuration;

/// <summary>
/// Lays the sources over each other: appsettings.json, appsettings.{Environment}.json, the YAML files beside them,
/// other names for settings and secret files, environment variables, command line. Later ones win.
/// </summary>
public static class ConfigurationLayers
{
    /// <param name="sources">Sources as the web application builder makes them.</param>
    /// <param name="variables">The environment variables.</param>
    public static void Arrange(IList<IConfigurationSource> sources, string environment, IReadOnlyDictionary<string, string> variables)
    {
        var files = LastIndex(sources, source => source is JsonConfigurationSource) + 1;
        sources.Insert(files, Yaml("appsettings.yaml"));
        sources.Insert(files + 1, Yaml($"appsettings.{environment}.yaml"));
        var real = LastIndex(sources, source => source is EnvironmentVariablesConfigurationSource { Prefix: null or "" });
        sources.Insert(real < 0 ? sources.Count : real, new VariableSource(VariableAliases.Read(variables)));
        sources.Insert(real < 0 ? sources.Count : real + 2, new VariableSource(SecretFiles.Read(variables)));
    }

    private static YamlConfigurationSource Yaml(string path) => new() { Path = path, Optional = true, ReloadOnChange = false };

    private static int LastIndex(IList<IConfigurationSource> sources, Predicate<IConfigurationSource> wanted)
    {
        for (var i = sources.Count - 1; i >= 0; i--)
        {
            if (wanted(sources[i]))
                return i;
        }

        return -1;
    }
}
