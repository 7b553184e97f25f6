using System.Reflection;
using AiFixer.Plugins.Worker.Wire;

namespace AiFixer.Plugins.Worker.Loading;

/// <summary>Finds the plugins of an assembly. What cannot be used is said, by class.</summary>
internal static class PluginLoader
{
    public static LoadedPlugins Load(string assembly)
    {
        try
        {
            return Make(new PluginContext(assembly).LoadFromAssemblyPath(assembly).GetExportedTypes().Where(IsPlugin));
        }
        catch (ReflectionTypeLoadException e)
        {
            return LoadedPlugins.None(string.Join("; ", e.LoaderExceptions.Select(inner => inner?.Message).Distinct()));
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or TypeLoadException or NotSupportedException)
        {
            return LoadedPlugins.None(e.Message);
        }
    }

    private static LoadedPlugins Make(IEnumerable<Type> types)
    {
        var plugins = new Dictionary<string, IPlugin>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var type in types)
        {
            try
            {
                var plugin = (IPlugin)Activator.CreateInstance(type)!;
                if (!plugins.TryAdd(plugin.Manifest.Name, plugin))
                    problems.Add($"{type.FullName}: another class has the name {plugin.Manifest.Name}");
            }
            catch (Exception e) when (e is MissingMethodException or TargetInvocationException or MemberAccessException)
            {
                problems.Add($"{type.FullName}: {(e.InnerException ?? e).Message}");
            }
        }

        if (plugins.Count == 0 && problems.Count == 0)
            problems.Add($"it has no public class that implements {nameof(IDiagnosticPlugin)} or {nameof(IRemediationPlugin)}");
        return new(plugins, new([.. plugins.Values.Select(plugin => new CatalogueEntry(plugin.Manifest, plugin.MissingConfiguration))], problems));
    }

    private static bool IsPlugin(Type type) => type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.IsAssignableTo(typeof(IPlugin));
}
