using BenchmarkDotNet.Running;
using LookoutVision.Benchmarks.Engine;
using LookoutVision.Benchmarks.Engine.Memory;

if (args is [MemoryRun.Name, .. var rest])
{
    await MemoryRun.RunAsync(rest);
    return;
}

using var workspace = await Workspace.PrepareAsync();
BenchmarkRunner.Run(typeof(Program).Assembly, null, args);
