using Microsoft.Extensions.Configuration;

namespace AiFixer.Hosting.Configuration;

/// <summary>A YAML file of settings.</summary>
internal sealed class YamlConfigurationSource : FileConfigurationSource
{
    public override IConfigurationProvider Build(IConfigurationBuilder builder)
    {
        EnsureDefaults(builder);
        return new YamlConfigurationProvider(this);
    }
}
