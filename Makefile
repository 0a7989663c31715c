# shortlist. GNU make; `make help` lists what there is to make.
#
# Everything made goes to build/$(VARIANT)/, so that the variants live side by side:
#
#   release    gcc -O2, hardened (the default)
#   debug      gcc -O0
#   clang      release with clang; also what `make CC=clang` makes
#   san        clang with the address, undefined behaviour and integer sanitizers
#   coverage   gcc -O0 with counters, for `make coverage`
#   fuzz       san with libFuzzer, for `make fuzz`
#
# Yours to set: CC CPPFLAGS CFLAGS LDFLAGS (added to ours), PREFIX, DESTDIR, WERROR= (warnings are no
# errors then), V=1 (show whole commands).

VERSION := 0.1.0

PREFIX ?= /usr/local
bindir  := $(PREFIX)/bin
datadir := $(PREFIX)/share/shortlist
docdir  := $(PREFIX)/share/doc/shortlist
mandir  := $(PREFIX)/share/man

VARIANTS := release debug clang san coverage fuzz
ifeq ($(origin CC)$(findstring clang,$(CC)),command lineclang)
  VARIANT ?= clang
else
  VARIANT ?= release
endif
ifeq ($(filter $(VARIANT),$(VARIANTS)),)
  $(error VARIANT must be one of: $(VARIANTS))
endif
ifneq ($(filter fuzz,$(MAKECMDGOALS)),)
  ifneq ($(VARIANT),fuzz)
    $(error Only one variant can look for crashes: make VARIANT=fuzz fuzz TARGET=answers)
  endif
endif

# A CC from the environment is taken for release and debug. The other variants need the compiler they
# were written for, and only a CC on the command line outranks it.
ifneq ($(filter release debug,$(VARIANT)),)
  ifeq ($(origin CC),default)
    CC := gcc
  endif
else ifneq ($(origin CC),command line)
  CC := $(if $(filter coverage,$(VARIANT)),gcc,clang)
endif

PKG_CONFIG   ?= pkg-config
INSTALL      ?= install
CLANG_FORMAT ?= clang-format
GCOV         ?= gcov
WERROR       ?= -Werror

Q := $(if $(V),,@)

BUILD := build/$(VARIANT)
BIN   := $(BUILD)/shortlist
LIB   := $(BUILD)/libshortlist.a

MAIN          := src/cli/main.c
SOURCES       := $(filter-out $(MAIN),$(sort $(wildcard src/*/*.c)))
HEADERS       := $(sort $(wildcard include/shortlist/*.h src/*/*.h))
UNIT_SOURCES  := $(sort $(wildcard tests/unit/*_test.c))
UNIT_SUPPORT  := $(sort $(wildcard tests/unit/support/*.c))
BENCH_SOURCES := $(sort $(wildcard bench/*.c))
FUZZ_TARGETS  := answers criteria csv decisions expression number ratings
FUZZ_SOURCES  := $(sort $(wildcard tests/fuzz/*.c))
FORMATTED     := $(sort $(foreach dir,src/* include/shortlist tests/unit tests/unit/support tests/fuzz bench,\
                   $(wildcard $(dir)/*.c $(dir)/*.h)))

objects = $(patsubst %.c,$(BUILD)/%.o,$(1))
UNIT_PROGRAMS  := $(patsubst %.c,$(BUILD)/%,$(UNIT_SOURCES))
BENCH_PROGRAMS := $(patsubst %.c,$(BUILD)/%,$(BENCH_SOURCES))
FUZZ_PROGRAMS  := $(patsubst %,$(BUILD)/tests/fuzz/%-fuzz,$(FUZZ_TARGETS))
FUZZ_REPLAYS   := $(patsubst %,$(BUILD)/tests/fuzz/%-replay,$(FUZZ_TARGETS))

# --- flags -----------------------------------------------------------------------------------------

# What only a goal that compiles has to know, so that the others work on a bare machine.
libraries := yaml-0.1 libutf8proc libmd
compiling := $(filter-out clean help format check-format check-layers uninstall coverage,\
               $(or $(MAKECMDGOALS),all))
ifneq ($(compiling),)
  ifneq ($(shell $(PKG_CONFIG) --exists $(libraries) && echo found),found)
    $(error $(PKG_CONFIG) does not find all of: $(libraries). Debian has them in libyaml-dev \
            libutf8proc-dev libmd-dev, and wants libcsv-dev too)
  endif
  lib_cflags := $(shell $(PKG_CONFIG) --cflags $(libraries))
  # libcsv has no file for pkg-config.
  libs := $(shell $(PKG_CONFIG) --libs $(libraries)) -lcsv -lm
  ifneq ($(filter x86_64-% i386-% i486-% i586-% i686-%,$(shell $(CC) -dumpmachine)),)
    cf_protection := -fcf-protection=full
  endif
  # In tables of cases a row may end where the rest is nothing.
  test_cppflags := -Itests -Wno-missing-field-initializers $(shell $(PKG_CONFIG) --cflags cmocka 2>/dev/null)
  test_libs     := $(shell $(PKG_CONFIG) --libs cmocka 2>/dev/null)
  ifeq ($(test_libs)$(filter-out check check-unit run-coverage,$(compiling)),)
    $(error $(PKG_CONFIG) does not find cmocka. Debian has it in libcmocka-dev)
  endif
endif

warnings := -Wall -Wextra -Wpedantic -Wformat=2 -Wconversion -Wsign-conversion \
            -Wimplicit-fallthrough -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wundef -Wvla \
            -Wcast-qual -Wnull-dereference -Wdouble-promotion -Wdate-time $(WERROR)

cppflags := -Iinclude -D_POSIX_C_SOURCE=200809L \
            -DSHORTLIST_VERSION='"$(VERSION)"' -DSHORTLIST_DATADIR='"$(datadir)"' \
            $(lib_cflags)
cflags   := -std=c11 -g -fPIE $(warnings)
ldflags  := -pie -Wl,-z,relro,-z,now,-z,noexecstack -Wl,--as-needed

hardening := -fstack-clash-protection -fstack-protector-strong $(cf_protection)

sanitizers := address,undefined,integer,implicit-conversion,local-bounds,float-divide-by-zero
sanitizers := $(sanitizers),float-cast-overflow,nullability

ifneq ($(filter release clang,$(VARIANT)),)
  cflags += -O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -ffile-prefix-map=$(CURDIR)=. $(hardening)
else ifeq ($(VARIANT),debug)
  cflags += -O0 -fno-omit-frame-pointer $(hardening)
else ifneq ($(filter san fuzz,$(VARIANT)),)
  cppflags += -DSHORTLIST_SANITIZE=1
  cflags += -O1 -fno-omit-frame-pointer -fsanitize=$(sanitizers) -fno-sanitize-recover=all
  ifeq ($(VARIANT),fuzz)
    cflags += -fsanitize=fuzzer-no-link
  endif
else ifeq ($(VARIANT),coverage)
  cflags += -O0 --coverage
endif

compile = $(CC) $(CPPFLAGS) $(cppflags) $(cflags) $(CFLAGS)
link    = $(CC) $(cflags) $(CFLAGS) $(ldflags) $(LDFLAGS)

# --- building --------------------------------------------------------------------------------------

.SUFFIXES:
.DELETE_ON_ERROR:
.PHONY: all demo check check-unit check-golden check-docs check-layers check-headers check-format \
        format coverage run-coverage bench fuzz fuzz-replay install uninstall clean help FORCE

all: $(BIN) ## build build/$(VARIANT)/shortlist (the default)

$(BIN): $(call objects,$(MAIN)) $(LIB)
	$(Q)$(if $(V),,printf '  LINK %s\n' $@;) $(link) -o $@ $^ $(libs)

# Made anew each time: ar would keep the object of a source that is gone.
$(LIB): $(call objects,$(SOURCES)) $(BUILD)/sources
	$(Q)rm -f $@
	$(Q)$(if $(V),,printf '  AR   %s\n' $@;) $(AR) rcs $@ $(filter %.o,$^)

$(BUILD)/%.o: %.c $(BUILD)/flags
	$(Q)mkdir -p $(@D)
	$(Q)$(if $(V),,printf '  CC   %s\n' $<;) $(compile) $(if $(filter tests/%,$<),$(test_cppflags)) -MMD -MP -c -o $@ $<

$(UNIT_PROGRAMS): %: %.o $(call objects,$(UNIT_SUPPORT)) $(LIB)
	$(Q)$(if $(V),,printf '  LINK %s\n' $@;) $(link) -o $@ $^ $(test_libs) $(libs)

$(BENCH_PROGRAMS): %: %.o $(LIB)
	$(Q)$(if $(V),,printf '  LINK %s\n' $@;) $(link) -o $@ $^ $(libs)

$(FUZZ_PROGRAMS): %-fuzz: %.o $(call objects,tests/fuzz/support.c) $(LIB)
	$(Q)$(if $(V),,printf '  LINK %s\n' $@;) $(link) -fsanitize=fuzzer -o $@ $^ $(libs)

$(FUZZ_REPLAYS): %-replay: %.o $(call objects,tests/fuzz/support.c tests/fuzz/replay.c) $(LIB)
	$(Q)$(if $(V),,printf '  LINK %s\n' $@;) $(link) -o $@ $^ $(libs)

# Files that change only when what they hold changes: other flags, or a source more or less, and what
# depends on them is made again.
$(BUILD)/flags: export CONTENT = $(compile) | $(link) $(libs)
$(BUILD)/sources: export CONTENT = $(SOURCES)
$(BUILD)/flags $(BUILD)/sources: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' "$$CONTENT" | cmp -s - $@ || printf '%s\n' "$$CONTENT" >$@

-include $(patsubst %.c,$(BUILD)/%.d,$(MAIN) $(SOURCES) $(UNIT_SOURCES) $(UNIT_SUPPORT) $(BENCH_SOURCES) \
                     $(FUZZ_SOURCES))

demo: $(BIN) ## build, then rank the vendors of the example evaluation
	$(BIN) score -c bpo-support examples/helpdesk --as-of 2026-11-21

bench: $(BENCH_PROGRAMS) ## build the programs of bench/ as build/$(VARIANT)/bench/NAME

# --- checking --------------------------------------------------------------------------------------

check: $(BIN) $(UNIT_PROGRAMS) ## all tests, counted: unit, golden, docs
	@tests/run $(BUILD) unit golden docs

check-unit: $(UNIT_PROGRAMS) ## the unit tests
	@tests/run $(BUILD) unit

check-golden: $(BIN) ## the golden cases; CASES='score/*' runs some
	@tests/golden/run $(BIN) $(CASES)

check-docs: $(BIN) ## the tests that hold the documents to what the program does
	@tests/run $(BUILD) docs

check-layers: ## who may include whom, as include/shortlist/LAYERS has it
	@tests/check-layers

# Twice in a row, so that a missing guard shows too. The declaration is there because ISO C has no
# empty translation unit.
check-headers: ## compile every header alone
	@status=0; for header in $(HEADERS); do \
	    printf '#include "%s"\n#include "%s"\nextern int alone;\n' $$header $$header | \
	        $(compile) -I. -fsyntax-only -x c - || { echo "$$header: not readable alone"; status=1; }; \
	done; \
	[ $$status -ne 0 ] || echo "$(words $(HEADERS)) headers, each readable alone"; exit $$status

check-format: ## complain of what clang-format would change
	@$(if $(FORMATTED),$(CLANG_FORMAT) --dry-run -Werror $(FORMATTED))
	@echo "$(words $(FORMATTED)) files, formatted"

format: ## let clang-format change it
	$(if $(FORMATTED),$(CLANG_FORMAT) -i $(FORMATTED))

fuzz-replay: $(FUZZ_REPLAYS) ## feed the corpora of tests/fuzz/ to their targets
	@tests/fuzz/replay $(BUILD) $(FUZZ_TARGETS)

# What is found beyond the seeds goes to the build's folder, a crash too.
TARGET  ?= answers
SECONDS ?= 60
dictionary := tests/fuzz/$(or $(filter csv expression,$(TARGET)),yaml).dict

fuzz: $(BUILD)/tests/fuzz/$(TARGET)-fuzz ## VARIANT=fuzz TARGET=criteria SECONDS=60: look for crashes
	@mkdir -p $(BUILD)/corpus/$(TARGET)
	UBSAN_OPTIONS=print_stacktrace=1 $< -max_total_time=$(SECONDS) -timeout=10 -max_len=4096 \
	    -dict=$(dictionary) -artifact_prefix=$(BUILD)/corpus/$(TARGET)- \
	    $(BUILD)/corpus/$(TARGET) tests/fuzz/corpus/$(TARGET)

coverage: ## statements and branches that the tests reach
	@$(MAKE) --no-print-directory VARIANT=coverage run-coverage

run-coverage: $(BIN) $(UNIT_PROGRAMS)
	@find $(BUILD) -name '*.gcda' -exec rm -f {} +
	@tests/run $(BUILD) unit golden docs
	@GCOV='$(GCOV)' tests/coverage $(BUILD)

# --- installing ------------------------------------------------------------------------------------

# Packs may lie in folders (profiles/); they keep their places.
packs     := $(sort $(wildcard criteria/*.* criteria/*/*.*))
man_pages := $(sort $(wildcard src/man/*.1))
documents := $(sort $(wildcard LICENSE docs/*.md))
examples  := $(sort $(wildcard examples/*/*.* examples/*/*/*.*))

install: $(BIN) ## install to $(DESTDIR)$(PREFIX)
	$(INSTALL) -D -m 755 $(BIN) $(DESTDIR)$(bindir)/shortlist
	@for file in $(packs); do \
	    $(INSTALL) -D -m 644 "$$file" "$(DESTDIR)$(datadir)/$$file" || exit; done
	@for file in $(man_pages); do \
	    $(INSTALL) -D -m 644 "$$file" "$(DESTDIR)$(mandir)/man1/$${file##*/}" || exit; done
	@for file in $(documents); do \
	    $(INSTALL) -D -m 644 "$$file" "$(DESTDIR)$(docdir)/$${file##*/}" || exit; done
	@for file in $(examples); do \
	    $(INSTALL) -D -m 644 "$$file" "$(DESTDIR)$(docdir)/$$file" || exit; done

# Only what install put there: a pack of your own in the same folder stays.
uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(bindir)/shortlist
	@for file in $(packs); do rm -f "$(DESTDIR)$(datadir)/$$file"; done
	@for file in $(man_pages); do rm -f "$(DESTDIR)$(mandir)/man1/$${file##*/}"; done
	@for file in $(documents); do rm -f "$(DESTDIR)$(docdir)/$${file##*/}"; done
	@for file in $(examples); do rm -f "$(DESTDIR)$(docdir)/$$file"; done
	@for dir in "$(DESTDIR)$(datadir)" "$(DESTDIR)$(docdir)"; do \
	    [ ! -d "$$dir" ] || find "$$dir" -depth -type d -empty -exec rmdir {} \; ; done

clean: ## remove build/
	rm -rf build

help: ## this list
	@sed -n 's/^\([a-z-]*\):.* ## \(.*\)/\1|\2/p' $(firstword $(MAKEFILE_LIST)) | \
	    awk -F'|' '{ printf "  %-14s %s\n", $$1, $$2 }'
