// One function per command; each returns the exit code.
#pragma once

#include "cli/arguments.hpp"

namespace baocao::cli {

int run(const ReportCommand& command);
int run(const CheckCommand& command);
int run(const ComputeCommand& command);
int run(const DrillCommand& command);
int run(const SampleCommand& command);
int run(const SubmitCommand& command);
int run(const TemplateRenderCommand& command);
int run(const TemplateLintCommand& command);
int run(const TemplateVarsCommand& command);
int run(const FormatCommand& command);
int run(const TemplateNewCommand& command);
int run(const ReceiveCommand& command);
int run(const StatusCommand& command);
int run(const OpenPeriodCommand& command);
int run(const ArchiveCommand& command);
int run(const ReturnCommand& command);
int run(const ExplainCommand& command);
int run(const VersionCommand& command);

}  // namespace baocao::cli
