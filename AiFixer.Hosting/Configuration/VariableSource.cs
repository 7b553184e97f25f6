using Microsoft.Extensions.Configuration;

namespace AiFixer.Hosting.Configuration;

/// <summary>Settings that were found under other names.</summary>
internal sealed class VariableSource(IReadOnlyDictionary<string, string?> values) : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public override void Load()
    {
        foreach (var (key, value) in values)
            Data[key] = value;
    }
}
