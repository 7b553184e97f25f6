using AiFixer.Hosting.Configuration;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Hosting.Engines;

/// <summary>What a gateway needs to talk to silos. It is in an assembly that only some builds have.</summary>
public interface IClusterEngine
{
    void Add(IHostApplicationBuilder builder, ConfigurationProblems problems);
}
