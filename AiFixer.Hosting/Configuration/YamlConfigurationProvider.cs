using Microsoft.Extensions.Configuration;
using YamlDotNet.Core;

namespace AiFixer.Hosting.Configuration;

internal sealed class YamlConfigurationProvider(YamlConfigurationSource source) : FileConfigurationProvider(source)
{
    public override void Load(Stream stream)
    {
        try
        {
            using var text = new StreamReader(stream);
            Data = YamlSettings.Read(text);
        }
        catch (YamlException broken)
        {
            throw new ConfigurationException([$"{Source.Path}: line {broken.Start.Line}, column {broken.Start.Column}: {broken.Message}"]);
        }
    }
}
